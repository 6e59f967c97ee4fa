/** What the request adapter needs to know of the session, without knowing the session. */
export interface Bearer {
  token(): string | null;
  /** Signs in again without a word; false when it could not. */
  renew(): Promise<boolean>;
}

let bearer: Bearer = { token: () => null, renew: () => Promise.resolve(false) };

export function provideBearer(provided: Bearer): void {
  bearer = provided;
}

export const currentBearer = (): Bearer => bearer;
