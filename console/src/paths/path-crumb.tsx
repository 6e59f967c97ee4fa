import { Link } from 'react-router';
import { pathsPage } from '../app/pages.ts';

export const pathCrumb = (
  <>
    {pathsPage.stage} / <Link to={pathsPage.path}>{pathsPage.title}</Link>
  </>
);
