/** Who may look at members, each within their own scope. */
export const memberReaders = {
  audience: 'staff',
  roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'analyst', 'compliance'],
} as const;
