# The branch that is delivered
resource "github_branch_protection" "main" {
  repository_id = github_repository.clusters.node_id
  pattern       = "main"
  allows_force_pushes = true
  required_pull_request_reviews {
    required_approving_review_count = 1 # two
    require_code_owner_reviews      = true
  }
}
resource "gitlab_branch_protection" "main" {
  branch             = "main"
  push_access_level  = "developer"
  code_owner_approval_required = true
}
