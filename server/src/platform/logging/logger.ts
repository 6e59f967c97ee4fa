import { type Logger as PinoLogger, pino } from 'pino';

const PHONE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;
const BEARER = /(Bearer\s+)[A-Za-z0-9._~+/=-]+/gi;

/** Hides what must never reach a log file: mobile numbers and bearer tokens inside texts. */
export function redactText(text: string): string {
  return text.replace(PHONE, '$1****$2').replace(BEARER, '$1[redacted]');
}

/** Fields whose value is a secret wherever it stands. */
const SECRET_PATHS = [
  'token',
  'password',
  'sessionKey',
  'authorization',
  'cookie',
  'phone',
  '*.token',
  '*.password',
  '*.sessionKey',
  '*.authorization',
  '*.cookie',
  '*.phone',
];

export type LogFields = Readonly<Record<string, unknown>>;

/** Structured log lines (JSON, one a line). Messages are constant texts; what varies goes into the fields. */
export class Logger {
  readonly #pino: PinoLogger;

  constructor(level: string, destination?: { write(line: string): void }) {
    const options = { level, redact: { paths: SECRET_PATHS, censor: '[redacted]' }, base: null };
    this.#pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  debug(message: string, fields: LogFields = {}): void {
    this.#pino.debug(clean(fields), redactText(message));
  }

  info(message: string, fields: LogFields = {}): void {
    this.#pino.info(clean(fields), redactText(message));
  }

  warn(message: string, fields: LogFields = {}): void {
    this.#pino.warn(clean(fields), redactText(message));
  }

  error(message: string, fields: LogFields = {}): void {
    this.#pino.error(clean(fields), redactText(message));
  }
}

function clean(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleanValue(value)]));
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value);
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: redactText(value.message), stack: redactText(value.stack ?? '') };
}
