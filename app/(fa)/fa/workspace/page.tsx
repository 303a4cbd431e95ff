import { Review } from '../../../_workspace/review/review';

export default Review;
