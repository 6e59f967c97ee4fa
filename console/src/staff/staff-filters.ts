import { ROLES, type Role } from '@siyu/shared/contracts/identity.limits';
import { STAFF_SEARCH_MAX, STAFF_STATES } from '@siyu/shared/contracts/staff.limits';

/** What the page shows; kept in the address so that a view can be sent to a colleague. */
export interface StaffView {
  readonly role: Role | null;
  readonly state: (typeof STAFF_STATES)[number] | null;
  readonly search: string;
  /** Id of the person who is open at the side. */
  readonly open: string | null;
}

/** Reads an address; what it does not know it leaves out. */
export function readView(params: URLSearchParams): StaffView {
  return {
    role: ROLES.find((role) => role === params.get('role')) ?? null,
    state: STAFF_STATES.find((state) => state === params.get('state')) ?? null,
    search: (params.get('search') ?? '').trim().slice(0, STAFF_SEARCH_MAX),
    open: params.get('open'),
  };
}

export function writeView(view: StaffView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}
