import { Tooltip } from 'antd';
import type { ReactNode } from 'react';

interface DefinedFigureProps {
  /** What is counted, and what is not. */
  readonly definition: string;
  /** Up to when, in words. */
  readonly asOf: string;
  readonly children: ReactNode;
}

/** A figure that tells on hover or focus what it means and as of when it holds. */
export function DefinedFigure({ definition, asOf, children }: DefinedFigureProps) {
  return (
    <Tooltip title={`${definition}（${asOf}）`} trigger={['hover', 'focus']}>
      <span className="defined-figure" tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  );
}
