import { JOB_STATES, type JobState } from '@siyu/shared/contracts/jobs.limits';

/** What the page shows; kept in the address so that a finding can be sent to a colleague. */
export interface JobView {
  readonly state: JobState | null;
  /** Name of the job that is open at the side. */
  readonly open: string | null;
}
export const allJobs: JobView = { state: null, open: null };

/**
 * Reads an address; what it does not know it leaves out.
 * @example readJobView(new URLSearchParams('state=FAILED&open=../x')) // => { state: 'FAILED', open: null }
 */
export function readJobView(params: URLSearchParams): JobView {
  const open = params.get('open') ?? '';
  return {
    state: JOB_STATES.find((state) => state === params.get('state')) ?? null,
    open: /^[a-z0-9:_-]{1,64}$/.test(open) ? open : null,
  };
}

export function writeJobView(view: JobView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}
