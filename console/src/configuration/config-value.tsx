import { Facts } from '../list/facts.tsx';
import { fieldName, plainValue, recordLine } from './config-words.ts';

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of the configuration for reading: names and units instead of braces. */
export function ConfigValue({ value }: { value: object }) {
  return (
    <Facts facts={Object.entries(value).map(([name, each]) => [fieldName([name]), shown(name, each)])} />
  );
}

function shown(name: string, value: unknown) {
  if (isRecord(value)) return <ConfigValue value={value} />;
  if (!Array.isArray(value) || !value.some(isRecord)) return plainValue(name, value);
  return (
    <ul className="config-records">
      {value.map((each: unknown) => {
        const hasParts = isRecord(each) && Object.values(each).some(isRecord);
        return (
          <li key={JSON.stringify(each)}>{hasParts ? <ConfigValue value={each} /> : recordLine(each)}</li>
        );
      })}
    </ul>
  );
}
