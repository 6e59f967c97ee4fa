import type { GroupCode } from '../afb/afb-2023-model.ts';
import type { ClassicGroupCode } from './classic-group.ts';

/**
 * The group of afb-2023 that a classic group falls into when monetary is read as amount and frequency comes first
 * (domain.md §1.4): F high → KEY_GUIDE; else M high → KEY_DEVELOP; else R high → POTENTIAL; else LONG_TAIL.
 *
 * @example
 * afbGroupOfClassic('IMPORTANT_VALUE') // => 'KEY_GUIDE'
 * afbGroupOfClassic('IMPORTANT_RETAIN') // => 'KEY_DEVELOP'
 */
export function afbGroupOfClassic(group: ClassicGroupCode): GroupCode {
  return AFB_GROUPS[group];
}

const AFB_GROUPS: Readonly<Record<ClassicGroupCode, GroupCode>> = {
  IMPORTANT_VALUE: 'KEY_GUIDE',
  IMPORTANT_KEEP: 'KEY_GUIDE',
  ORDINARY_VALUE: 'KEY_GUIDE',
  ORDINARY_KEEP: 'KEY_GUIDE',
  IMPORTANT_DEVELOP: 'KEY_DEVELOP',
  IMPORTANT_RETAIN: 'KEY_DEVELOP',
  ORDINARY_DEVELOP: 'POTENTIAL',
  ORDINARY_RETAIN: 'LONG_TAIL',
};
