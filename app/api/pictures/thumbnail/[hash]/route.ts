import { answerThumbnail } from '../../../../../server/http/pictures';

interface Parameters {
  readonly params: Promise<{ readonly hash: string }>;
}

export async function GET(_: Request, { params }: Parameters): Promise<Response> {
  return answerThumbnail((await params).hash);
}
