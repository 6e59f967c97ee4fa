import { Link } from 'react-router';
import { livesPage } from '../app/pages.ts';

export const liveCrumb = (
  <>
    {livesPage.stage} / <Link to={livesPage.path}>{livesPage.title}</Link>
  </>
);
