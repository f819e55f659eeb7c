# Three stages: what the browser gets, the Python packages, and what runs.
FROM node:24-slim AS assets
WORKDIR /src/portal/assets
COPY portal/assets/package.json portal/assets/package-lock.json portal/assets/.npmrc ./
RUN npm ci --ignore-scripts --omit=dev
COPY portal/assets/ ./
COPY easyread/pictures/ /src/easyread/pictures/
COPY easyread/scripts/ /src/easyread/scripts/
RUN npm run build

FROM python:3.12-slim AS packages
WORKDIR /src
COPY requirements-uv.lock requirements.lock ./
RUN python -m venv /tools && /tools/bin/pip install --require-hashes -r requirements-uv.lock \
    && python -m venv /venv \
    && /tools/bin/uv pip sync --require-hashes --compile-bytecode --python /venv/bin/python requirements.lock

FROM python:3.12-slim
ENV PATH=/venv/bin:$PATH \
    DJANGO_SETTINGS_MODULE=portal.settings.production \
    PYTHONUNBUFFERED=1 \
    VAR_DIR=/var/portal
RUN useradd --system --uid 10001 --home-dir /var/portal portal && install -d -o portal /var/portal
WORKDIR /srv/portal
COPY --from=packages /venv /venv
COPY manage.py ./
COPY portal/ portal/
COPY boards/ boards/
COPY charter/ charter/
COPY easyread/ easyread/
COPY templates/ templates/
COPY --from=assets /src/build/static build/static
# Collecting needs settings, none of them secret or kept.
RUN SECRET_KEY=only-while-the-image-is-built-and-never-when-it-runs-0000 PUBLIC_URL=https://build.invalid \
    DATABASE_URL=postgresql://build.invalid/x REDIS_URL=redis://build.invalid EMAIL_URL=smtp://build.invalid \
    MAIL_FROM=build@build.invalid python manage.py collectstatic --noinput --verbosity 0
USER portal
VOLUME /var/portal
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "portal.wsgi:application"]
