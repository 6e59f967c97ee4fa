/** What became of a request for a code. */
export type CodeRequest =
  | { readonly kind: 'sent'; readonly ticket: string; readonly phoneTail: string; readonly expiresAt: number }
  /** Account and phone do not belong together, or there is no such account: not told apart. */
  | { readonly kind: 'not_matched' }
  | { readonly kind: 'too_many' };

export type CodeCheck =
  | { readonly kind: 'verified'; readonly coreCustomerId: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'expired' };

/**
 * The firm's core trading system, as far as it verifies who somebody is. It knows the phone on record and sends
 * the code itself; neither number is kept here.
 */
export abstract class CoreSystem {
  /** @throws {AppError} identity.core_unavailable */
  abstract requestCode(accountNo: string, phone: string): Promise<CodeRequest>;

  /**
   * The right code answers the same as long as the ticket lives, so that a try cut off half-way can be repeated.
   * @throws {AppError} identity.core_unavailable
   */
  abstract checkCode(ticket: string, code: string): Promise<CodeCheck>;
}
