import { Button, Checkbox, Popover } from 'antd';

interface Choosable {
  readonly key: string;
  readonly title: string;
  readonly isFixedIn?: boolean;
}

interface ColumnChooserProps {
  readonly columns: readonly Choosable[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

export function ColumnChooser({ columns, hidden, onChange }: ColumnChooserProps) {
  const toggle = (key: string) =>
    onChange(hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key]);
  const choices = (
    <div className="column-choices">
      {columns.map(({ key, title, isFixedIn = false }) => (
        <Checkbox key={key} checked={!hidden.includes(key)} disabled={isFixedIn} onChange={() => toggle(key)}>
          {title}
        </Checkbox>
      ))}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={choices}>
      <Button>显示的列</Button>
    </Popover>
  );
}
