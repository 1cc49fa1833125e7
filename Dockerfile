FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python3 -m venv /opt/pullquote
COPY requirements.lock ./
RUN /opt/pullquote/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY bot bot
COPY corpus corpus
COPY prompts prompts
RUN /opt/pullquote/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin pullquote \
    && install -d -o pullquote -g pullquote /data
COPY --from=build /opt/pullquote /opt/pullquote
ENV PATH=/opt/pullquote/bin:$PATH \
    PULLQUOTE_DATA=/data \
    PYTHONUNBUFFERED=1
USER pullquote
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["pullquote"]
CMD ["run"]
