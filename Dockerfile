# The pages of binck, for docker-compose.yml: as a user without rights, writing only to its cache.
FROM python:3.13-slim-bookworm

WORKDIR /app
COPY pyproject.toml constraints.txt LICENSE README.md ./
COPY graph ./graph
COPY ingest ./ingest
COPY viz ./viz
COPY api ./api
RUN pip install --no-cache-dir --disable-pip-version-check -c constraints.txt . \
    && rm -r /app/* \
    && useradd --uid 10001 --create-home binck \
    && mkdir /home/binck/.cache \
    && chown binck:binck /home/binck/.cache

USER 10001:10001
ENV HOME=/home/binck PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /tmp
EXPOSE 8000
# the port is published on the loopback address of the host alone, so this is not open to others
CMD ["binck", "serve", "--host", "0.0.0.0", "--port", "8000", "--published-on-loopback", "--load-if-empty"]
