export { type HealthServer, type Service, serveHealth } from './health.ts';
export { createLog } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
