import Autodiff

func resourceSize() -> Int { PackageResources.openapi_yaml.count }
