import Taro from '@tarojs/taro';

export function openLesson(lessonId: string): void {
  void Taro.navigateTo({ url: `/lesson/read/index?lessonId=${lessonId}` });
}

/** From a finished lesson to the next: the finished one is not kept behind it. */
export function replaceWithLesson(lessonId: string): void {
  void Taro.redirectTo({ url: `/lesson/read/index?lessonId=${lessonId}` });
}

export function goToSchool(): void {
  void Taro.switchTab({ url: '/pages/school/index' });
}

/** From the end of an article to the others. */
export function replaceWithArticles(): void {
  void Taro.redirectTo({ url: '/lesson/articles/index' });
}
