/* Draws every figure.chart from the table inside it: the table is what readers without the drawing get. */
(() => {
  "use strict";

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const series = ["--watch", "--at-risk", "--urgent", "--stable", "--neutral"];
  const language = document.documentElement.lang;

  const shown = (unit, currency) => {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const money = unit === "money" && new Intl.NumberFormat(language, { style: "currency", currency, maximumFractionDigits: 0 });
    const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
    return (value) => (money ? money.format(value) : unit === "share" ? share.format(value) : number.format(value));
  };

  const read = (table) => {
    const names = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies[0].rows];
    return {
      categories: rows.map((row) => row.cells[0].textContent.trim()),
      colours: rows.map((row) => row.dataset.colour),
      series: names.map((name, column) => ({
        name: name.textContent.trim(),
        colour: name.dataset.colour,
        values: rows.map((row) => Number(row.cells[column + 1].dataset.value)),
      })),
    };
  };

  const options = (figure, data) => {
    const stacked = figure.dataset.chart === "stacked";
    const line = figure.dataset.chart === "line";
    const text = { color: style("--ink"), fontFamily: getComputedStyle(document.body).fontFamily };
    const format = shown(figure.dataset.unit, figure.dataset.currency);
    const labelled = !stacked && !line && data.series.length === 1;
    const values = {
      type: "value",
      minInterval: figure.dataset.unit === "share" ? 0 : 1,
      splitNumber: 4,
      axisLabel: { ...text, formatter: format, hideOverlap: true, show: !labelled },
      splitLine: { show: !labelled, lineStyle: { color: style("--line") } },
    };
    const names = {
      type: "category",
      data: data.categories,
      inverse: !line,
      axisLabel: { ...text, width: 150, lineHeight: 14, overflow: line ? "none" : "break", hideOverlap: line, interval: line ? "auto" : 0 },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: style("--line") } },
    };
    return {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      aria: { enabled: true },
      textStyle: text,
      grid: { left: 4, right: labelled ? 64 : 28, top: data.series.length > 1 ? 34 : 8, bottom: 4, containLabel: true },
      legend: { show: data.series.length > 1, top: 0, left: 0, textStyle: text },
      tooltip: { trigger: "axis", axisPointer: { type: line ? "line" : "shadow" }, valueFormatter: format, confine: true },
      xAxis: line ? names : values,
      yAxis: line ? values : names,
      series: data.series.map((one, index) => ({
        name: one.name,
        type: line ? "line" : "bar",
        stack: stacked ? "all" : undefined,
        barMaxWidth: 26,
        label: { ...text, show: labelled, position: "right", formatter: (point) => format(point.value) },
        itemStyle: { color: style("--" + one.colour) || style(series[index % series.length]) },
        data: one.values.map((value, row) => (data.colours[row] ? { value, itemStyle: { color: style("--" + data.colours[row]) } } : value)),
      })),
    };
  };

  /* Lines over time, or over shares, with bands behind them. */
  const course = (figure, table) => {
    const text = { color: style("--ink"), fontFamily: getComputedStyle(document.body).fontFamily };
    const format = shown(figure.dataset.unit, figure.dataset.currency);
    const overTime = figure.dataset.axis !== "share";
    const rows = [...table.tBodies[0].rows];
    const lines = [...table.tHead.rows[0].cells].slice(1).map((head, column) => ({
      head,
      points: rows.map((row) => [overTime ? row.cells[0].dataset.x : Number(row.cells[0].dataset.x), row.cells[column + 1].dataset.value])
        .filter(([, value]) => value !== undefined).map(([x, value]) => [x, Number(value)]),
    }));
    const highest = Math.max(...lines.flatMap((line) => line.points.map(([, y]) => y)));
    const bands = JSON.parse(figure.dataset.bands ?? "[]");
    const top = overTime ? Math.min(1, Math.max(1.15 * highest, 1.1 * (bands.find((band) => band.from > highest)?.from ?? 0))) : 1;
    const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
    const axis = { axisLabel: { ...text, hideOverlap: true }, axisLine: { lineStyle: { color: style("--line") } }, splitLine: { show: false } };
    return {
      animation: false,
      aria: { enabled: true },
      textStyle: text,
      grid: { left: 4, right: 28, top: lines.length > 1 ? 34 : 12, bottom: 4, containLabel: true },
      legend: { show: lines.length > 1, top: 0, left: 0, textStyle: text },
      tooltip: { trigger: "axis", confine: true, valueFormatter: (value) => (value === undefined ? "" : format(value)),
        axisPointer: { label: { formatter: ({ value }) => (overTime ? day.format(new Date(value)) : format(value)) } } },
      xAxis: overTime
        ? { ...axis, type: "time", axisLabel: { ...axis.axisLabel, formatter: (value) => day.format(new Date(value)) } }
        : { ...axis, type: "value", min: 0, max: 1, axisLabel: { ...axis.axisLabel, formatter: format } },
      yAxis: { ...axis, type: "value", min: 0, max: top, splitNumber: 4, axisLabel: { ...axis.axisLabel, formatter: format } },
      series: lines.map(({ head, points }, index) => {
        const colour = style("--" + head.dataset.colour) || style(series[index % series.length]);
        return {
          name: head.textContent.trim(),
          type: "line",
          data: points,
          showSymbol: !overTime,
          itemStyle: { color: colour },
          lineStyle: { color: colour, width: 2, type: "dashed" in head.dataset ? "dashed" : "solid" },
          markArea: index === 0 && bands.length ? {
            silent: true,
            data: bands.filter((band) => band.from < top).map((band, at, all) => [
              { name: band.name, yAxis: band.from, itemStyle: { color: style(`--${band.colour}-ground`), opacity: 0.6 },
                label: { ...text, show: (all[at + 1]?.from ?? top) - band.from > 0.07 * top, position: "insideTopLeft", fontSize: 11, color: style(`--${band.colour}`) } },
              { yAxis: all[at + 1]?.from ?? top },
            ]),
          } : undefined,
        };
      }),
    };
  };

  const draw = (figure) => {
    const table = figure.querySelector("table");
    if (!window.echarts || !table || table.tBodies[0].rows.length === 0) return;
    let drawing = figure.querySelector(".drawing");
    if (!drawing) {
      drawing = document.createElement("div");
      drawing.className = "drawing";
      drawing.setAttribute("aria-hidden", "true");
      figure.insertBefore(drawing, figure.querySelector("details") ?? table);
    }
    const overX = figure.dataset.chart === "course";
    const data = overX ? { series: [], categories: [] } : read(table);
    if (!overX && figure.dataset.chart !== "line") {
      drawing.style.setProperty("--height", `${Math.max(5, 2.4 * data.categories.length + (data.series.length > 1 ? 4 : 1))}rem`);
    }
    const chart = echarts.getInstanceByDom(drawing) ?? echarts.init(drawing, null, { renderer: "svg" });
    chart.setOption(overX ? course(figure, table) : options(figure, data), true);
  };

  const drawAll = (within) => within.querySelectorAll("figure.chart").forEach(draw);
  const charts = () => [...document.querySelectorAll(".chart > .drawing")].map((drawing) => echarts.getInstanceByDom(drawing)).filter(Boolean);

  const keepQuery = () => document.querySelectorAll("a[data-keeps-query]").forEach((link) => {
    const query = new URLSearchParams(location.search);
    query.set("lang", link.hreflang);
    link.search = query;
  });

  document.addEventListener("DOMContentLoaded", () => { drawAll(document); keepQuery(); });
  document.addEventListener("htmx:load", (event) => drawAll(event.target));
  document.addEventListener("htmx:pushedIntoHistory", keepQuery);
  window.addEventListener("resize", () => charts().forEach((chart) => chart.resize()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawAll(document));
})();
