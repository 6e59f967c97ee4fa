import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PosterCard } from '@siyu/shared/contracts/content-kinds';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { Tap } from '../../components/tap';
import { preferences } from '../../phone/preferences';
import { useStore } from '../../phone/store';

/** The picture of a poster, fetched when it comes near; a press shows it alone, where two fingers make it larger. */
export function PosterPicture({ picture }: Pick<PosterCard, 'picture'>) {
  const { isLargeText } = useStore(preferences);
  const { pictureId, alt, width, height } = picture;
  const src = `${API_BASE}${routeUrl(contentRoutes.openPicture, { params: { pictureId } })}`;
  return (
    <>
      <Tap
        id={`poster-${pictureId}`}
        className="poster"
        onTap={() => void Taro.previewImage({ urls: [src] })}
      >
        <View className="poster__frame" style={`padding-top: ${((height / width) * 100).toFixed(2)}%`}>
          <Image
            className="poster__image"
            src={src}
            mode="aspectFit"
            lazyLoad
            webp
            showMenuByLongpress
            nativeProps={{ alt }}
          />
        </View>
      </Tap>
      {/* The words in a picture do not grow with the rest. */}
      {isLargeText ? <View className="whole-card__text">{alt}</View> : null}
    </>
  );
}
