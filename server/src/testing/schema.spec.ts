import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Column, Entity, getMetadataArgsStorage } from 'typeorm';
import '../app.module.ts';
import { Col, gradeOf, GRADES } from '../platform/database/index.ts';
import { createTestDatabase, describeOnEngines } from './index.ts';

/** Columns of entities that were declared without a grade. */
function ungraded(): readonly string[] {
  return getMetadataArgsStorage().columns.flatMap(({ target, propertyName }) => {
    if (typeof target !== 'function') return [];
    const grade = gradeOf(target, propertyName);
    return grade !== null && GRADES.includes(grade) ? [] : [`${target.name}.${propertyName}`];
  });
}

describeOnEngines((engine) => {
  let opened: Awaited<ReturnType<typeof createTestDatabase>>;
  beforeAll(async () => {
    opened = await createTestDatabase(engine);
  });
  afterAll(() => opened.close());

  it('A-06 migrations on an empty database leave nothing for a schema diff of all entities', async () => {
    expect(opened.database.schemaSource.entityMetadatas.length).toBeGreaterThan(20);
    const changes = await opened.database.schemaSource.driver.createSchemaBuilder().log();
    expect(changes.upQueries.map(({ query }) => query)).toEqual([]);
  });
});

describe('grades', () => {
  it('REQ-SEC-1 A-06 A-07 every column of the house has a grade, and a planted one without is found', () => {
    expect(getMetadataArgsStorage().columns.length).toBeGreaterThan(100);
    expect(ungraded()).toEqual([]);
    @Entity('planted')
    class Planted {
      @Col.code(8, { grade: 'L1', primary: true }) code!: string;
      @Column({ type: 'int' }) forgotten!: number;
    }
    expect(ungraded()).toEqual([`${Planted.name}.forgotten`]);
  });
});
