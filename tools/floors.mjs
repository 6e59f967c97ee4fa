// The table of the house: floors from the ground up, modules of a floor in the order in which they may import
// one another. To move a module, move it here: the boundary rules are made from this table.
export const FLOORS = [
  { name: 'platform', modules: null },
  {
    name: 'foundation',
    modules: [
      'audit',
      'organisation',
      'reviews',
      'configuration',
      'imports',
      'jobs',
      'exports',
      'retention',
      'assessments',
      'trail',
      'desk',
      'brakes',
      'wechat',
    ],
  },
  {
    name: 'records',
    modules: [
      'moderation',
      'channels',
      'identity',
      'engagement',
      'products',
      'suitability',
      'advisory',
      'transactions',
      'communities',
      'archive',
      'notifications',
      'verification',
      'entitlements',
    ],
  },
  {
    name: 'services',
    modules: ['content', 'discussion', 'notebook', 'live', 'payments', 'tasks', 'care', 'consultations'],
  },
  { name: 'insight', modules: ['scoring', 'segments'] },
  { name: 'action', modules: ['feed', 'outreach', 'incentives', 'journeys'] },
  { name: 'views', modules: ['analytics', 'privacy', 'workspace'] },
];
