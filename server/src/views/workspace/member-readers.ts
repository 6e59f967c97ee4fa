/** Who may look at members, each within their own scope. */
export const memberReaders = {
  audience: 'staff',
  roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'analyst', 'compliance'],
} as const;

/** Who looks after members, and who answers for that: they may know what suits a member. */
export const memberCarers = {
  audience: 'staff',
  roles: ['adviser', 'relationshipManager', 'branchHead', 'compliance'],
} as const;
