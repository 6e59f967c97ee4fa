import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly crumb: ReactNode;
  readonly title: string;
  readonly chips?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ crumb, title, chips, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-title">
        <div className="crumb">{crumb}</div>
        <h1>{title}</h1>
      </div>
      {chips}
      {actions}
    </header>
  );
}
