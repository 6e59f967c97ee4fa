import { lazy, Suspense, useState } from 'react';
import type { RowDrawerProps } from './drawer-frame.lazy.tsx';

const DrawerFrame = lazy(() => import('./drawer-frame.lazy.tsx'));

/** One row opened at the side; what frames it comes with the first row that somebody opens. */
export function RowDrawer(props: RowDrawerProps) {
  const [hasOpened, setHasOpened] = useState(props.isOpen);
  if (props.isOpen && !hasOpened) setHasOpened(true);
  if (!hasOpened) return null;
  return (
    <Suspense fallback={null}>
      <DrawerFrame {...props} />
    </Suspense>
  );
}
