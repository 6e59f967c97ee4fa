export { addDays } from './add-days.ts';
export { addWorkingDays } from './add-working-days.ts';
export { dayOfInstant } from './day-of-instant.ts';
export { earlierDay } from './earlier-day.ts';
export { EPOCH_DAY_MAX, EPOCH_DAY_MIN, epochDay, isEpochDay, type EpochDay } from './epoch-day.ts';
export { formatDay } from './format-day.ts';
export { mondayOf } from './monday-of.ts';
export { parseDay } from './parse-day.ts';
export { startOfDay } from './start-of-day.ts';
