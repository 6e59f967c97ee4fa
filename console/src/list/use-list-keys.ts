import type { InputRef } from 'antd';
import { useEffect, useState, type RefObject } from 'react';
import { listAct, rowAfter } from './list-key.ts';

const fields = 'input, textarea, select, [role="dialog"], [role="combobox"]';
/** Enter already means something on a button or link; letters do not. */
const pressable = `${fields}, button, a`;

const belongsToAnother = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest(key === 'Enter' ? pressable : fields) !== null;

interface ListKeys {
  readonly count: number;
  readonly search: RefObject<InputRef>;
  readonly onOpen: (row: number) => void;
  readonly onKeys: () => void;
}

/** `/` goes to the search field, `j` `k` move along the rows, Enter opens one, `?` tells which keys there are. Returns the row that is current. */
export function useListKeys({ count, search, onOpen, onKeys }: ListKeys): number {
  const [row, setRow] = useState(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = listAct({
        key: event.key,
        hasModifier: event.ctrlKey || event.metaKey || event.altKey,
        isTaken: belongsToAnother(event),
      });
      if (act === null) return;
      event.preventDefault();
      if (act === 'search') search.current?.focus({ cursor: 'all' });
      else if (act === 'keys') onKeys();
      else if (act === 'open') {
        if (row >= 0 && row < count) onOpen(row);
      } else setRow(rowAfter(act, row, count));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    document.querySelector('.row-current')?.scrollIntoView({ block: 'nearest' });
  }, [row]);
  return row < count ? row : -1;
}
