import { Link } from 'react-router';
import { incentivesPage } from '../app/pages.ts';

export const incentiveCrumb = (
  <>
    {incentivesPage.stage} / <Link to={incentivesPage.path}>{incentivesPage.title}</Link>
  </>
);
