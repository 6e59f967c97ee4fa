import type { Route } from '@siyu/shared/contracts/route';
import { useRef } from 'react';
import { upload } from '../../api/upload';

type PictureRoute = Route<{}, { readonly pictureId: string }>;

export interface SendPictures {
  /** Ids in the order of the paths; what has arrived is not sent twice. */
  readonly send: (paths: readonly string[]) => Promise<string[]>;
  /** The server has thrown them away meanwhile: the next time they are sent again. */
  readonly forget: () => void;
}

/** Sends pictures before the words that name them. */
export function useSendPictures(route: PictureRoute): SendPictures {
  const arrived = useRef(new Map<string, string>());
  return {
    send: async (paths) => {
      const ids: string[] = [];
      // One after the other: a phone's line is narrow, and the order is the person's.
      for (const path of paths) {
        const id = arrived.current.get(path) ?? (await upload(route, path)).pictureId;
        arrived.current.set(path, id);
        ids.push(id);
      }
      return ids;
    },
    forget: () => {
      arrived.current.clear();
    },
  };
}
