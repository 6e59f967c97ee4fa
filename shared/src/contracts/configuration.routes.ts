import type {
  CheckConfig,
  CheckedConfig,
  ConfigKeyRows,
  ConfigVersionDetail,
  ConfigVersionQuery,
  ConfigVersionRow,
  ConfigVersionRows,
  ProposeConfig,
} from './configuration.ts';
import { defineRoute } from './route.ts';

interface ByKey {
  readonly params: { readonly key: string };
}
interface ById {
  readonly params: { readonly configVersionId: string };
}

export const configurationRoutes = {
  listKeys: defineRoute<{}, ConfigKeyRows>(
    'configuration.listKeys',
    'staff',
    'GET',
    '/v1/console/configuration',
  ),
  listVersions: defineRoute<ByKey & { query: ConfigVersionQuery }, ConfigVersionRows>(
    'configuration.listVersions',
    'staff',
    'GET',
    '/v1/console/configuration/:key/versions',
  ),
  getVersion: defineRoute<ById, ConfigVersionDetail>(
    'configuration.getVersion',
    'staff',
    'GET',
    '/v1/console/configuration-versions/:configVersionId',
  ),
  /** Reads a value without keeping it. */
  checkValue: defineRoute<ByKey & { body: CheckConfig }, CheckedConfig>(
    'configuration.checkValue',
    'staff',
    'POST',
    '/v1/console/configuration/:key/check',
  ),
  /** Asks a second person for a new version. */
  proposeVersion: defineRoute<ByKey & { body: ProposeConfig }, ConfigVersionRow>(
    'configuration.proposeVersion',
    'staff',
    'POST',
    '/v1/console/configuration/:key/versions',
  ),
  /** Only by its author, and only while it waits. */
  withdrawVersion: defineRoute<ById, ConfigVersionRow>(
    'configuration.withdrawVersion',
    'staff',
    'POST',
    '/v1/console/configuration-versions/:configVersionId/withdrawal',
  ),
} as const;
