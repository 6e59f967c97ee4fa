import { useStaff } from '../app/signed-in.tsx';

/** Whether this person sees the segments that were drawn, and what their rules ask of members. */
export function useMayLook(): boolean {
  const { roles } = useStaff();
  return roles.some((role) => role === 'operator' || role === 'analyst' || role === 'compliance');
}

/** Whether this person draws segments. */
export const useMayDraw = (): boolean => useStaff().roles.includes('operator');
