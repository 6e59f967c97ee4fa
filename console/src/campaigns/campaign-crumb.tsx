import { Link } from 'react-router';
import { campaignsPage } from '../app/pages.ts';

export const campaignCrumb = (
  <>
    {campaignsPage.stage} / <Link to={campaignsPage.path}>{campaignsPage.title}</Link>
  </>
);
