import { Text, View } from '@tarojs/components';

/** How much is done, in percent, as a ring with the number in it. */
export function Ring({ percent }: { readonly percent: number }) {
  return (
    <View
      className="ring"
      style={`background: conic-gradient(var(--colour-ink) ${percent * 3.6}deg, var(--colour-line) 0)`}
    >
      <View className="ring__hole">
        <Text>{percent}%</Text>
      </View>
    </View>
  );
}
