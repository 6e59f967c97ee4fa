/** A refusal as data: a stable code, an HTTP status and the values its sentence needs. Wording lives in @siyu/shared/messages. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, string | number>>;

  /** @param code `module.reason` */
  constructor(code: string, status: number, details: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

interface Issue {
  readonly path: string;
  readonly message: string;
}

/** A refusal with the place of each fault. */
export class PlacedRefusal extends AppError {
  readonly issues: readonly Issue[];

  constructor(code: string, status: number, issues: readonly Issue[]) {
    super(code, status, { count: issues.length });
    this.issues = issues;
  }
}

/** Input that does not fit its schema. */
export class ValidationFailed extends PlacedRefusal {
  constructor(issues: readonly Issue[]) {
    super('http.validation_failed', 400, issues);
  }
}
