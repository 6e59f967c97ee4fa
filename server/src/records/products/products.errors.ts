import { AppError } from '../../platform/http/index.ts';

/** Why a line of a file is refused. */
export const FIELD_MISSING = 'products.field_missing';
export const VALUE_INVALID = 'products.value_invalid';
export const TOLD_DIFFERENTLY = 'products.told_differently';
export const IMPORTER_GONE = 'products.importer_gone';

export const productNotFound = () => new AppError('products.not_found', 404);
export const codeTaken = () => new AppError('products.code_taken', 409);
export const productNotDraft = () => new AppError('products.not_a_draft', 409);
/** Its terms are what members are matched with now. */
export const productOnSale = () => new AppError('products.on_sale', 409);
export const productNotOnSale = () => new AppError('products.not_on_sale', 409);
export const productRetired = () => new AppError('products.retired', 409);
export const productChanged = () => new AppError('products.changed', 409);
export const productChangedSinceReview = () => new AppError('products.changed_since_review', 409);
export const editorMayNotReview = () => new AppError('products.editor_may_not_review', 403);
/** Without a level, its end or a horizon nobody could be matched with it (REQ-SUIT-9). */
export const productNotRated = () => new AppError('products.not_rated', 422);
export const levelExpired = () => new AppError('products.level_expired', 422);
