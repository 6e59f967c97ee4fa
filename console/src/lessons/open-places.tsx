import type { Place } from './check-draft.ts';
import { placeName } from './place-name.ts';

/** How many places of a draft must be changed before it can be stored, and which. */
export function OpenPlaces({ places }: { readonly places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <div className="notice notice-error" role="alert">
      还有 {places.length} 处需要修改：
      {[...new Set(places.map(({ path }) => placeName(path)))].join('、')}。
    </div>
  );
}
