import { answerDownload } from '../../../../../server/http/downloads';

interface Parameters {
  readonly params: Promise<{ readonly collection: string; readonly file: string }>;
}

export async function GET(request: Request, { params }: Parameters): Promise<Response> {
  const { collection, file } = await params;
  return answerDownload(request, collection, file);
}
