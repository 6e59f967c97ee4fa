/** What the page shows; kept in the address so that a finding can be sent to a colleague. */
export interface TrailView {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}
export const wholeTrail: TrailView = { actor: '', action: '', subject: '', from: '', to: '' };

const dayOf = (text: string | null): string => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? (text ?? '') : '');

/** Reads an address; what cannot be asked for it leaves out. */
export function readTrailView(params: URLSearchParams): TrailView {
  const action = params.get('action') ?? '';
  return {
    actor: (params.get('actor') ?? '').slice(0, 64),
    action: /^[a-zA-Z_.-]{1,64}$/.test(action) ? action : '',
    subject: (params.get('subject') ?? '').slice(0, 64),
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
  };
}

/** What a file of the list is asked for by. */
export function exportQuery({ subject, ...rest }: TrailView): Readonly<Record<string, string>> {
  const asked = { ...rest, subjectId: subject };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
}

export function writeTrailView(view: TrailView): URLSearchParams {
  return new URLSearchParams(Object.entries(view).filter(([, value]) => value !== ''));
}
