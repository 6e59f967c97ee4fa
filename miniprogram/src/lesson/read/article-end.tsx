import { Text, View } from '@tarojs/components';
import { Button } from '../../components/button';
import { replaceWithArticles } from '../../reading/open-lesson';
import { say } from '../../words/say';

/** The end of an article: nothing to be tested in, and one next step. */
export function ArticleEnd() {
  return (
    <View id="article-end" className="card finish__done">
      <View className="finish__seal">
        <View className="finish__tick" />
      </View>
      <Text className="card-title">{say('article.end')}</Text>
      <Text className="sub finish__note">{say('article.end.note')}</Text>
      <Button id="more-articles" kind="quiet" text={say('article.more')} onTap={replaceWithArticles} />
    </View>
  );
}
