FROM python:3.13-slim AS packages
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements.txt

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin foothold \
 && install --directory --owner foothold /app /data
COPY --from=packages /venv /venv
WORKDIR /app
COPY manage.py ./
COPY project project
COPY apps apps
COPY deploy/entrypoint.sh /entrypoint.sh
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=project.settings.production \
    VAR_DIR=/data
# Nothing is written beside the code later: without this every start would compile all of it.
RUN python -m compileall -q apps project
# The values below only let the settings load; none of them stays in the image.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    FIELD_KEYS="$(python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())')" \
    ALLOWED_HOSTS=localhost DATABASE_URL=postgresql:// DATABASE_SYSTEM_URL=postgresql:// REDIS_URL=redis:// \
    python manage.py collectstatic --no-input
USER foothold
VOLUME /data
EXPOSE 8000
ENTRYPOINT ["/entrypoint.sh"]
CMD ["web"]
