import { Drawer } from 'antd';
import type { ReactNode } from 'react';

export interface RowDrawerProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly width: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Its text can be reached, and so scrolled, with the keyboard. */
export default function DrawerFrame({ isOpen, title, width, onClose, children }: RowDrawerProps) {
  return (
    <Drawer open={isOpen} onClose={onClose} size={width} title={title} destroyOnHidden>
      <section tabIndex={0} aria-label={title} className="drawer-text">
        {children}
      </section>
    </Drawer>
  );
}
