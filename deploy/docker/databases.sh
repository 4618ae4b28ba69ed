#!/usr/bin/env bash
# One database and one owner for each service that keeps one; no service can open another's.
set -euo pipefail
for service in signal_ingest retention_orchestrator kpi_service; do
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
        --set service="$service" --set password="${VIGIE_DB_PASSWORD:?}" <<'SQL'
CREATE ROLE :"service" LOGIN PASSWORD :'password';
CREATE DATABASE :"service" OWNER :"service";
REVOKE ALL ON DATABASE :"service" FROM PUBLIC;
SQL
done
