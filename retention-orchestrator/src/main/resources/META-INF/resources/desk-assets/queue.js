/* Keeps an open queue true: when tasks change it is fetched anew, unless somebody is writing in it. */
(() => {
  "use strict";

  const queue = document.getElementById("queue");
  const notice = document.getElementById("queue-changed");
  let news;
  let waiting = 0;

  const inUse = () => queue.querySelector("details[open]") !== null || queue.contains(document.activeElement);

  const refresh = async () => {
    waiting = 0;
    if (inUse()) {
      notice.hidden = false;
      return;
    }
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("queue");
    if (fresh && !inUse()) {
      queue.replaceChildren(...fresh.childNodes);
      htmx.process(queue);
      notice.hidden = true;
    }
  };

  /* many changes come together, such as a plan's */
  const soon = () => {
    waiting = waiting || setTimeout(() => refresh().catch(() => {}), 1000);
  };

  /* whoever was cut off may have missed something, so they look anew once they listen again */
  const listen = () => {
    news = new EventSource(queue.dataset.changes);
    news.onmessage = soon;
    news.onerror = () => {
      news.close();
      setTimeout(() => {
        listen();
        soon();
      }, 2000);
    };
  };

  listen();
  addEventListener("pagehide", () => news.close());
})();
