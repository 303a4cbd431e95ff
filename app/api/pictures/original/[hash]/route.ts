import { answerOriginal } from '../../../../../server/http/pictures';

interface Parameters {
  readonly params: Promise<{ readonly hash: string }>;
}

export async function GET(_: Request, { params }: Parameters): Promise<Response> {
  return answerOriginal((await params).hash);
}
