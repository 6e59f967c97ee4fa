/** What a person has allowed an app for one template. */
interface Allowance {
  /** Messages of a one-time template that may still go out. */
  balance: number;
  /** The answer a person told WeChat to keep. */
  kept: 'accept' | 'reject' | null;
  /** For a long-term template: accepted and not taken back. */
  isSubscribed: boolean;
}

/** Who may be written to how often, by app, person and template. */
export class Subscriptions {
  private readonly allowances = new Map<string, Allowance>();
  private readonly switchedOff = new Set<string>();

  of(appId: string, openid: string, templateId: string): Allowance {
    const key = `${appId} ${openid} ${templateId}`;
    const known = this.allowances.get(key);
    if (known !== undefined) return known;
    const fresh: Allowance = { balance: 0, kept: null, isSubscribed: false };
    this.allowances.set(key, fresh);
    return fresh;
  }

  isMainSwitchOn(appId: string, openid: string): boolean {
    return !this.switchedOff.has(`${appId} ${openid}`);
  }

  setMainSwitch(appId: string, openid: string, isOn: boolean): void {
    if (isOn) this.switchedOff.delete(`${appId} ${openid}`);
    else this.switchedOff.add(`${appId} ${openid}`);
  }
}
