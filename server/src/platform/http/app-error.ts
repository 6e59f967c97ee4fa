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

/** Input that does not fit its schema, with the place of each fault. */
export class ValidationFailed extends AppError {
  readonly issues: readonly { readonly path: string; readonly message: string }[];

  constructor(issues: readonly { readonly path: string; readonly message: string }[]) {
    super('http.validation_failed', 400);
    this.issues = issues;
  }
}
