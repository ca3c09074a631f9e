# The branch that is delivered
resource "github_branch_protection" "main" {
  repository_id = github_repository.clusters.node_id
  pattern       = "main"
  require_signed_commits = true
  required_pull_request_reviews {
    required_approving_review_count = 2 # two
    require_code_owner_reviews      = true
  }
}
resource "gitlab_branch_protection" "main" {
  branch             = "main"
  push_access_level  = "no one"
  code_owner_approval_required = true
}
resource "github_repository_ruleset" "gone" {
  name        = "x"
  enforcement = "active"
}
