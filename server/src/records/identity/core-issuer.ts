/** Who gives out the ids of core customers and of what is told of them. */
export const CORE_ISSUER = 'core';
