export { Metrics } from './metrics.service.ts';
export { MetricsModule } from './metrics.module.ts';
