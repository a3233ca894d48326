#!/bin/sh
# One image, one argument: what this container is. Anything else is run as it stands.
set -eu

case "${1:-web}" in
    web) # everything: API, docs, admin, streams
        exec granian project.asgi:application --interface asginl --host 0.0.0.0 --port "${PORT:-8000}" \
            --workers "${WEB_WORKERS:-2}" --respawn-failed-workers --workers-kill-timeout 10 ;;
    api) # the API alone, cheaper by the request; deploy/nginx.conf sends streams to `web`
        exec granian project.wsgi:application --interface wsgi --host 0.0.0.0 --port "${PORT:-8000}" \
            --workers "${WEB_WORKERS:-2}" --blocking-threads 4 --respawn-failed-workers --workers-kill-timeout 10 ;;
    worker)
        exec celery --quiet -A project worker --queues "${WORKER_QUEUES:-default,ingest,generation,mail}" \
            --pool threads --concurrency "${WORKER_THREADS:-8}" --loglevel "${LOG_LEVEL:-INFO}" \
            --without-gossip --without-mingle ;;
    beat) # one for the whole installation
        exec celery --quiet -A project beat --schedule /tmp/beat.schedule --pidfile '' \
            --loglevel "${LOG_LEVEL:-INFO}" ;;
    migrate) # once per release, before the others: roles, then tables
        python manage.py setup_roles --superuser-url "$DATABASE_SUPERUSER_URL" \
            --owner-password "$OWNER_PASSWORD" --app-password "$APP_PASSWORD" --system-password "$SYSTEM_PASSWORD"
        exec python manage.py migrate ;;
    *)
        exec "$@" ;;
esac
