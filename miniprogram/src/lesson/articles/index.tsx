import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { ArticlePage } from '@siyu/shared/contracts/content';
import type { ArticleCard } from '@siyu/shared/contracts/content-kinds';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { call } from '../../api/call';
import { More } from '../../components/more';
import { Recycled } from '../../components/recycled';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { useStore } from '../../phone/store';
import { labelInWords, signatureInWords } from '../../reading/label-in-words';
import { goToSchool, openLesson } from '../../reading/open-lesson';
import { type PagedList, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import './index.scss';

const articleList: PagedList<ArticlePage> = {
  load: (query) => call(contentRoutes.listArticles, { query }),
  countOf: ({ articles }) => articles.length,
  join(before, next) {
    const known = new Set(before.articles.map(({ lessonId }) => lessonId));
    const added = next.articles.filter(({ lessonId }) => !known.has(lessonId));
    return { ...next, articles: [...before.articles, ...added] };
  },
};

/** The articles, the latest first. */
export default function ArticlesPage() {
  const { phase } = useStore(session);
  const pages = usePages('articles', articleList, phase === 'entered');
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  const { data, problem, reload } = pages;
  return (
    <Screen name="articles">
      {data === null ? (
        problem === null ? (
          <Skeleton />
        ) : (
          <Failure sentence={problem} onRetry={() => void reload()} />
        )
      ) : data.articles.length === 0 ? (
        <Blank
          title={say('articles.empty')}
          hint={say('articles.empty.hint')}
          action={{ id: 'articles-to-school', text: say('articles.empty.action'), onTap: goToSchool }}
        />
      ) : (
        <>
          <View id="articles-list" className="card card--rows">
            <Recycled
              id="articles"
              items={data.articles}
              keyOf={({ lessonId }) => lessonId}
              render={(article) => <ArticleRow key={article.lessonId} article={article} />}
            />
          </View>
          <More
            id="articles-more"
            text={say('articles.more')}
            hasMore={data.nextCursor !== null}
            isLoadingMore={pages.isLoadingMore}
            moreProblem={pages.moreProblem}
            onMore={() => void pages.loadMore()}
          />
        </>
      )}
    </Screen>
  );
}

function ArticleRow({ article }: { readonly article: ArticleCard }) {
  const { lessonId, title, summary, minutes, readPercent, firmName, publishedOn } = article;
  const signature = signatureInWords(article);
  return (
    <Tap
      id={`article-${lessonId}`}
      className="article-row"
      onTap={() => {
        openLesson(lessonId);
      }}
    >
      <Text className="article-row__title">{title}</Text>
      <View className="article-row__summary">{summary}</View>
      <Text className="meta">
        {[
          labelInWords(article),
          readPercent > 0 ? say('lesson.read_to', { percent: readPercent }) : say('lesson.meta', { minutes }),
          say('content.by', { firm: firmName }),
          dayInWords(publishedOn),
        ].join(' · ')}
      </Text>
      {signature === null ? null : <Text className="meta">{signature}</Text>}
    </Tap>
  );
}
