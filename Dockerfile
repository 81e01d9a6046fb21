FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force

COPY commands ./commands
COPY src ./src

RUN mkdir -p data node_modules/.cache && chown node:node data node_modules/.cache
USER node
VOLUME /app/data

HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPS_PORT ?? 8081}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Node itself is process 1, so that it gets SIGTERM and stops cleanly.
CMD ["node", "--max-semi-space-size=4", "--import", "./src/compile-cache.js", "src/main.ts"]
