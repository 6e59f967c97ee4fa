export { describeOnEngines, describeOnMariaDb, mariaDbUrl } from './engines.ts';
export { createTestApp, type Override, TEST_CORE_TOKEN, TEST_NOW, type TestApp } from './test-app.ts';
export { createEmptyPlace, createTestDatabase, createTestPlace, type TestPlace } from './test-database.ts';
