import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads from /metrics. Labels come from the code, never from a request. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly httpSeconds = new Histogram({
    name: 'siyu_http_seconds',
    help: 'Duration of requests by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [this.registry],
  });
  readonly jobSeconds = new Histogram({
    name: 'siyu_job_seconds',
    help: 'Duration of runs of background work',
    labelNames: ['job'],
    buckets: [0.01, 0.1, 0.5, 2, 10, 60],
    registers: [this.registry],
  });
  readonly jobFailures = new Counter({
    name: 'siyu_job_failures_total',
    help: 'Runs of background work that failed',
    labelNames: ['job'],
    registers: [this.registry],
  });
  readonly transactionRetries = new Counter({
    name: 'siyu_transaction_retries_total',
    help: 'Transactions that ran again after contention or a lost connection',
    registers: [this.registry],
  });
  readonly outboxDeliveries = new Counter({
    name: 'siyu_outbox_deliveries_total',
    help: 'Deliveries of events by consumer and result',
    labelNames: ['consumer', 'result'],
    registers: [this.registry],
  });
  readonly outboxParked = new Gauge({
    name: 'siyu_outbox_parked',
    help: 'Deliveries that wait for a person',
    registers: [this.registry],
  });
  readonly platformRests = new Gauge({
    name: 'siyu_platform_rests',
    help: '1 while a platform that failed is left alone',
    labelNames: ['platform'],
    registers: [this.registry],
  });
  readonly platformSends = new Gauge({
    name: 'siyu_platform_sends',
    help: 'Sends to a platform that are not settled, by state; unknown ones wait for an event or a person',
    labelNames: ['state'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
